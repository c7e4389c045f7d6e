-- When a session may be forgotten unless it is used again. Those that are there end: whoever has one signs in again.
ALTER TABLE session ADD COLUMN expires_at BIGINT NOT NULL DEFAULT 0;

-- Browsers that somebody has called their own, by the hash of what their cookie holds: wrong passwords tried elsewhere do not
-- slow them down. about is sealed with the person's data key.
CREATE TABLE device (
    id_hash    {bytes} NOT NULL PRIMARY KEY,
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT  NOT NULL,
    used_at    BIGINT  NOT NULL,
    about      {bytes} NOT NULL
);
CREATE INDEX device_person ON device (person_id);

-- What may go on for somebody while they are away, sealed for the site itself, until it ends or they revoke it. secret_hash is
-- of what their browser's cookie holds.
CREATE TABLE background_grant (
    id          TEXT    NOT NULL PRIMARY KEY,
    person_id   TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind        TEXT    NOT NULL,
    secret_hash {bytes} NOT NULL,
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    suite       BIGINT  NOT NULL,
    box         {bytes} NOT NULL
);
CREATE INDEX background_grant_person ON background_grant (person_id);
CREATE UNIQUE INDEX background_grant_secret ON background_grant (secret_hash);
