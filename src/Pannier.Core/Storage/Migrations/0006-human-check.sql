-- Visitors who passed the check that a person signs in, by a hash under the site key. uses is how many tries are left;
-- until, in seconds since 1970, when the row means nothing any more.
CREATE TABLE human_mark (
    key_hash {bytes} NOT NULL PRIMARY KEY,
    uses     BIGINT  NOT NULL,
    until    BIGINT  NOT NULL
);
CREATE INDEX human_mark_until ON human_mark (until);
