// Who is embedded with a group, and where does each belong?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
MATCH (a:Group)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (a)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(s:Actor)
WHERE c.relation = 'EMBEDDED_WITH'
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH a, s, c,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
ORDER BY voice, c.id
WITH a, s,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     collect(DISTINCT CASE WHEN c.stance <> 'denied' THEN voice END) AS said_by,
     collect(DISTINCT CASE WHEN c.stance = 'denied' THEN voice END) AS denied_by
OPTIONAL MATCH home = (s)-[:LEADS|FOUNDED|MEMBER_OF|SPEAKS_FOR|LIAISON_WITH|PART_OF]->(h:Group)
WHERE h.id <> a.id
WITH a, s, asserted, denied, uncertain, said_by, denied_by, h, home ORDER BY h.name, h.id
WITH a, s, asserted, denied, uncertain, said_by, denied_by,
     collect(DISTINCT h.name) AS belongs_to, collect(home) AS homes
OPTIONAL MATCH tie = (s)-[:EMBEDDED_WITH]->(a)
RETURN s.name AS actor, CASE WHEN s:Person THEN 'person' ELSE 'group' END AS kind, belongs_to, asserted, denied,
       uncertain, said_by, denied_by, [tie] + homes AS drawing
ORDER BY asserted DESC, actor, s.id, a.id
