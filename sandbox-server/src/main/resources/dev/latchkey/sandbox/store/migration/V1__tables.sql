CREATE TABLE server_secret (
  purpose VARCHAR(40) PRIMARY KEY,
  material BYTEA NOT NULL
);
CREATE TABLE account (
  username VARCHAR(150) PRIMARY KEY,
  password_hash VARCHAR(100) NOT NULL,
  email VARCHAR(254) NOT NULL,
  first_name VARCHAR(150) NOT NULL,
  last_name VARCHAR(150) NOT NULL,
  date_joined TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE workspace (
  api_id UUID PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(1000) NOT NULL,
  workspace_type VARCHAR(20) NOT NULL,
  created_by VARCHAR(150) NOT NULL REFERENCES account,
  created_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  updated_by VARCHAR(150) NOT NULL,
  updated_on TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE membership (
  workspace UUID NOT NULL REFERENCES workspace,
  username VARCHAR(150) NOT NULL REFERENCES account,
  membership_type VARCHAR(20) NOT NULL,
  PRIMARY KEY (workspace, username)
);
CREATE TABLE analysis (
  api_id UUID PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  description VARCHAR(1000),
  workspace UUID NOT NULL REFERENCES workspace,
  created_by VARCHAR(150) NOT NULL,
  created_on TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  updated_by VARCHAR(150) NOT NULL,
  updated_on TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE TABLE api_key (
  api_id UUID PRIMARY KEY,
  public_id VARCHAR(20) NOT NULL UNIQUE,
  mac BYTEA NOT NULL,
  owner VARCHAR(150) NOT NULL REFERENCES account,
  name VARCHAR(255) NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_used TIMESTAMP(6) WITH TIME ZONE,
  expiry TIMESTAMP(6) WITH TIME ZONE,
  workspace UUID REFERENCES workspace,
  revoked TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX api_key_owner ON api_key (owner);
CREATE TABLE device_grant (
  device_hash BYTEA PRIMARY KEY,
  user_code VARCHAR(9) NOT NULL UNIQUE,
  client_id VARCHAR(100) NOT NULL,
  state VARCHAR(10) NOT NULL,
  username VARCHAR(150) REFERENCES account,
  expires TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  poll_interval BIGINT NOT NULL,
  last_poll TIMESTAMP(6) WITH TIME ZONE
);
