-- Times are seconds since 1970 in UTC; ids are lower-case hexadecimal. All that a person wrote is in a box;
-- suite tells which kind of box it is, so that the start can see whether this machine opens them all.

-- Who may sign in. The name is as typed; its key is what makes it unique. changes counts new passwords, so that
-- two at once cannot undo each other.
CREATE TABLE person (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL UNIQUE,
    role       TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    changes    BIGINT  NOT NULL,
    salt       {bytes} NOT NULL,
    kdf        TEXT    NOT NULL,
    verifier   {bytes} NOT NULL
);

-- The root key of a person, wrapped once for each way in. A password reset adds none and removes none.
-- A recovery key is random enough to need neither salt nor kdf.
CREATE TABLE wrap (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL,
    salt       {bytes},
    kdf        TEXT,
    suite      BIGINT  NOT NULL,
    box        {bytes} NOT NULL,
    PRIMARY KEY (person_id, kind)
);

-- Numbered data keys, sealed by the root key; the highest number seals what is new.
CREATE TABLE data_key (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number     BIGINT  NOT NULL,
    suite      BIGINT  NOT NULL,
    box        {bytes} NOT NULL,
    PRIMARY KEY (person_id, number)
);

-- One-time links by the hash of their token: for a new person (person_id is null) or a new password.
-- is_first is 1 for one that makes the first person the administrator; it dies when somebody has registered.
CREATE TABLE link (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    person_id  TEXT    REFERENCES person (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL,
    is_first   BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL
);

-- Sessions by the hash of their id; the data is sealed with a key that is only in the cookie.
CREATE TABLE session (
    id_hash    {bytes} NOT NULL PRIMARY KEY,
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT  NOT NULL,
    used_at    BIGINT  NOT NULL,
    box        {bytes} NOT NULL
);
CREATE INDEX session_person ON session (person_id);

-- A person's records: nothing in the clear but whose, of what kind and which.
CREATE TABLE record (
    person_id      TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind           TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    version        BIGINT  NOT NULL,
    schema_version BIGINT  NOT NULL,
    suite          BIGINT  NOT NULL,
    box            {bytes} NOT NULL,
    PRIMARY KEY (person_id, kind, id)
);

-- Large things in sealed pieces of a mebibyte. size is null while pieces arrive.
CREATE TABLE blob (
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    id         TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    size       BIGINT,
    PRIMARY KEY (person_id, id)
);
CREATE TABLE blob_piece (
    person_id  TEXT    NOT NULL,
    blob_id    TEXT    NOT NULL,
    piece      BIGINT  NOT NULL,
    suite      BIGINT  NOT NULL,
    box        {bytes} NOT NULL,
    PRIMARY KEY (person_id, blob_id, piece),
    FOREIGN KEY (person_id, blob_id) REFERENCES blob (person_id, id) ON DELETE CASCADE
);
