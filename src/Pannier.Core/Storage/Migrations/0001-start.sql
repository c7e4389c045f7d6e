-- Who may sign in. The name is as typed; its key is what makes it unique.
CREATE TABLE person (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL UNIQUE,
    role       TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    salt       BLOB    NOT NULL,
    kdf        TEXT    NOT NULL,
    verifier   BLOB    NOT NULL
);

-- The root key of a person, wrapped once for each way in. A password reset adds none and removes none.
CREATE TABLE wrap (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL,
    salt       BLOB    NOT NULL,
    kdf        TEXT    NOT NULL,
    box        BLOB    NOT NULL,
    PRIMARY KEY (person_id, kind)
);

-- Numbered data keys, sealed by the root key; the highest number seals what is new.
CREATE TABLE data_key (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    box        BLOB    NOT NULL,
    PRIMARY KEY (person_id, number)
);

-- One-time links by the hash of their token: for a new person (person_id is null) or a new password.
CREATE TABLE link (
    token_hash BLOB    NOT NULL PRIMARY KEY,
    person_id  TEXT    REFERENCES person (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL,
    expires_at BIGINT  NOT NULL
);

-- Sessions by the hash of their id; the data is sealed with a key that is only in the cookie.
CREATE TABLE session (
    id_hash    BLOB    NOT NULL PRIMARY KEY,
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT  NOT NULL,
    used_at    BIGINT  NOT NULL,
    box        BLOB    NOT NULL
);
CREATE INDEX session_person ON session (person_id);

-- A person's records: nothing in the clear but whose, of what kind and which.
CREATE TABLE record (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    version    BIGINT  NOT NULL,
    box        BLOB    NOT NULL,
    PRIMARY KEY (person_id, kind, id)
);

-- Large things in sealed pieces of a mebibyte.
CREATE TABLE blob (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id         TEXT    NOT NULL,
    piece      INTEGER NOT NULL,
    box        BLOB    NOT NULL,
    PRIMARY KEY (person_id, id, piece)
);
