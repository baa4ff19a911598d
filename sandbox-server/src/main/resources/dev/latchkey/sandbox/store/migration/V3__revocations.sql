-- Users who are no longer there, and tokens that no longer count.
ALTER TABLE account ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;
CREATE TABLE revoked_token (
  jti VARCHAR(255) PRIMARY KEY,
  kept_until TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
