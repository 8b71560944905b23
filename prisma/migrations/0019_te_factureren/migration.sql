-- What is promised already and not invoiced gets a clock too, of an ended case as well. Until when there is help stands in
-- what is protected: seven months after the approval a term, its extension and a month are over. The next decision about
-- the rugzak puts the true day in its place.
INSERT INTO "termijn" ("id", "casus_id", "soort", "over", "start", "einde", "ladder", "volgende")
SELECT 'te_factureren-' || r."aanvraag_id", r."casus_id", 'te_factureren', r."aanvraag_id", now(), r."einde",
  jsonb_build_array(jsonb_build_object('op', to_char(r."op" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'soort', 'herinnering', 'aan', 'aanspreekpunt')),
  r."op"
FROM (
  SELECT p."casus_id", p."aanvraag_id", p."dag" AT TIME ZONE 'Europe/Brussels' AS "einde",
    -- At nine on a weekday, from tomorrow on.
    (d."dag" + (CASE extract(isodow FROM d."dag") WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END) * interval '1 day'
      + interval '9 hours') AT TIME ZONE 'Europe/Brussels' AS "op"
  FROM (
    SELECT b."casus_id", b."aanvraag_id",
      date_trunc('day', max(b."op") FILTER (WHERE b."naar" = 'vastgelegd') AT TIME ZONE 'Europe/Brussels')
        + interval '7 months' AS "dag"
    FROM "boeking" b JOIN "casus" c ON c."id" = b."casus_id"
    GROUP BY b."casus_id", b."aanvraag_id"
    HAVING sum(CASE WHEN b."naar" = 'vastgelegd' THEN b."cents" WHEN b."van" = 'vastgelegd' THEN -b."cents" ELSE 0 END) > 0
  ) AS p
  CROSS JOIN LATERAL (
    SELECT greatest(p."dag", date_trunc('day', now() AT TIME ZONE 'Europe/Brussels') + interval '1 day') AS "dag"
  ) AS d
) AS r;
