-- Signed tokens of others that are good once, by a hash of who gave them and their number, until they would be too old anyway.
CREATE TABLE used_token (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    expires_at BIGINT  NOT NULL
);
CREATE INDEX used_token_expires_at ON used_token (expires_at);
