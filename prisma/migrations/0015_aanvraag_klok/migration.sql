-- CreateIndex
CREATE INDEX "termijn_aanvraag" ON "termijn"("start") WHERE (soort = 'aanvraag' AND gestopt_op IS NULL);

-- Requests that wait already get a clock: on the list of who may decide at once, and a reminder a day from now.
INSERT INTO "termijn" ("id", "casus_id", "soort", "over", "start", "einde", "ladder", "volgende")
SELECT 'aanvraag-' || b."aanvraag_id", b."casus_id", 'aanvraag', b."aanvraag_id",
  max(b."op") FILTER (WHERE b."naar" = 'aangevraagd'), m."morgen",
  jsonb_build_array(jsonb_build_object('op', to_char(m."morgen" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'soort', 'herinnering', 'aan', 'beslissers')),
  m."morgen"
FROM "boeking" b
  JOIN "casus" c ON c."id" = b."casus_id" AND c."stand" NOT IN ('ingetrokken', 'afgesloten')
  CROSS JOIN (SELECT date_trunc('second', now() + interval '1 day') AS "morgen") AS m
GROUP BY b."casus_id", b."aanvraag_id", m."morgen"
HAVING sum(CASE WHEN b."naar" = 'aangevraagd' THEN b."cents" WHEN b."van" = 'aangevraagd' THEN -b."cents" ELSE 0 END) > 0;
