-- What instances on one database share besides the first tables.
CREATE TABLE start_lock (
  id INTEGER PRIMARY KEY
);
INSERT INTO start_lock VALUES (1);
CREATE TABLE web_session (
  id_hash BYTEA PRIMARY KEY,
  username VARCHAR(150) NOT NULL REFERENCES account,
  expires TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  new_key BYTEA
);
CREATE INDEX web_session_expires ON web_session (expires);
