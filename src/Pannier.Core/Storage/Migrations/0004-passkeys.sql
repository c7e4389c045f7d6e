-- The root key of a person, wrapped under a key that one of their passkeys gives, for those that sign in alone. The passkey
-- itself is among the person's sealed records. Removed with it.
CREATE TABLE passkey_wrap (
    credential_hash {bytes} NOT NULL PRIMARY KEY,
    person_id       TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    suite           BIGINT  NOT NULL,
    box             {bytes} NOT NULL
);
CREATE INDEX passkey_wrap_person ON passkey_wrap (person_id);
