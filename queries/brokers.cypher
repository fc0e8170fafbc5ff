// Which people are tied to most groups?
MATCH path = (p:Person)-[tie]-(g:Group)
WHERE type(tie) <> 'SAME_AS'
WITH p, g, path ORDER BY g.name, g.id
WITH p, collect(DISTINCT g.name) AS groups, collect(path) AS drawing
WHERE size(groups) > 1
RETURN p.name AS person, size(groups) AS reach, groups, drawing
ORDER BY reach DESC, person, p.id
