-- Failed tries at a door, by a hash under the site key of who was tried or from where: nobody reads names or addresses
-- out of it. until is when the next try is let by; failed_at tells when all is forgotten.
CREATE TABLE throttle (
    key_hash  {bytes} NOT NULL PRIMARY KEY,
    failures  BIGINT  NOT NULL,
    failed_at BIGINT  NOT NULL,
    until     BIGINT  NOT NULL
);
CREATE INDEX throttle_failed_at ON throttle (failed_at);
