// Who is in the graph, and how much is said about each?
MATCH (c:Claim)-[:SUBJECT|OBJECT]->(a:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
WITH a, count(DISTINCT c.id) AS claims, count(DISTINCT art.id) AS articles
RETURN a.name AS actor, CASE WHEN a:Person THEN 'person' ELSE 'group' END AS kind, a.named AS named,
       a.aliases AS aliases, claims, articles, a AS drawing
ORDER BY claims DESC, actor, a.id
