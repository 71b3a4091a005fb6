-- All code lists as one, for reading. A migration that rebuilds one of these tables drops the view first and makes it again.
CREATE VIEW `codes` AS
SELECT 'stance.' || code AS id, 'stance' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `stance_codes` UNION ALL
SELECT 'act.' || code AS id, 'act' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `act_codes` UNION ALL
SELECT 'attribution.' || code AS id, 'attribution' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `attribution_codes` UNION ALL
SELECT 'actor_kind.' || code AS id, 'actor_kind' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `actor_kind_codes` UNION ALL
SELECT 'round_kind.' || code AS id, 'round_kind' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `round_kind_codes` UNION ALL
SELECT 'round_status.' || code AS id, 'round_status' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `round_status_codes` UNION ALL
SELECT 'round_format.' || code AS id, 'round_format' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `round_format_codes` UNION ALL
SELECT 'participant_role.' || code AS id, 'participant_role' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `participant_role_codes` UNION ALL
SELECT 'genre.' || code AS id, 'genre' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `genre_codes` UNION ALL
SELECT 'text_basis.' || code AS id, 'text_basis' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `text_basis_codes` UNION ALL
SELECT 'source_kind.' || code AS id, 'source_kind' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `source_kind_codes` UNION ALL
SELECT 'date_basis.' || code AS id, 'date_basis' AS list, code, label, definition, when_not, example, plover_event, plover_mode, position FROM `date_basis_codes`;
