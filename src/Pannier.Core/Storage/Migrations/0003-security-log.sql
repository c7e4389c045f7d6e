-- Where a session was begun from, sealed with the person's data key, for their own list of sessions. Null while the data
-- is locked, and for sessions older than this step.
ALTER TABLE session ADD COLUMN about {bytes};

-- Half of a key pair by which the site writes a person's security log while they are away and cannot read it. The other
-- half is among the person's sealed records.
CREATE TABLE log_key (
    person_id  TEXT    NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    public_key {bytes} NOT NULL
);

-- What happened at a person's door and to their keys, sealed for them alone. failed is 1 for what did not succeed: such
-- events are kept apart, so that nobody washes the others out by guessing passwords. at is in milliseconds.
CREATE TABLE security_event (
    id         TEXT    NOT NULL PRIMARY KEY,
    person_id  TEXT    NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    at         BIGINT  NOT NULL,
    failed     BIGINT  NOT NULL,
    suite      BIGINT  NOT NULL,
    box        {bytes} NOT NULL
);
CREATE INDEX security_event_person ON security_event (person_id, at);
