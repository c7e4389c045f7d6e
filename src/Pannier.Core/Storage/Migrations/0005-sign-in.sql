-- Who checks a person's password: this site ('local'), or one of the back ends. With those, salt, kdf and verifier are
-- empty: the site keeps nothing that could check it but the wrap it opens.
ALTER TABLE person ADD COLUMN back_end TEXT NOT NULL DEFAULT 'local';

-- Who may come in once a back end has vouched for them, and as what. The name is kept as its key only.
CREATE TABLE invited_name (
    name_key   TEXT    NOT NULL PRIMARY KEY,
    role       TEXT    NOT NULL,
    expires_at BIGINT  NOT NULL
);
