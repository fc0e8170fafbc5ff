// Who asserts a tie between two actors, and who denies it?
// A name matches in any case, and so does an alias.
// Narrow it to one relation with relation, say relation='FINANCES'.
// :param name => 'Taliban'
// :param other => 'al-Qaeda'
// :param relation => null
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b)
WHERE $relation IS NULL OR c.relation = toUpper($relation)
WITH DISTINCT c
MATCH (s:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(o:Actor)
WITH c.tie AS tie_id, min(s.name) AS subject, max(o.name) AS object, collect(c) AS said
UNWIND said AS c
MATCH claim = (:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH speech = (c)-[:SAID_BY]->(speaker:Actor)
WITH tie_id, subject, object, c, art, claim, speech,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
ORDER BY coalesce(art.published, ''), c.id
WITH tie_id, subject, object, c.relation AS relation, c.stance AS stance, c.status AS status, voice,
     count(DISTINCT c.id) AS claims, min(art.published) AS first, max(art.published) AS last,
     collect(c.quote) AS quotes, collect(claim) + collect(speech) AS drawing
RETURN subject, relation, object, stance, status, voice AS source, claims, first, last, quotes[0] AS quote, drawing
ORDER BY subject, relation, object, stance, status, source, tie_id
