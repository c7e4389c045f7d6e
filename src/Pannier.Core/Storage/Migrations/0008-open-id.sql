-- What an identity provider (OpenID Connect) knows a person by, hashed: the name shown there may become somebody else's.
ALTER TABLE person ADD COLUMN subject_hash {bytes};
CREATE UNIQUE INDEX person_subject ON person (subject_hash);

-- Which session at the provider a session here came of, hashed, so that the provider can end it. Null where there is none.
ALTER TABLE session ADD COLUMN provider_hash {bytes};
CREATE INDEX session_provider ON session (provider_hash);
