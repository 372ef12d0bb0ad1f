<#-- What is shipped, one line each: name, version, coordinates, licences. JavaFX comes once, whatever system it is built for. -->
<#list dependencyMap?sort_by(["key", "artifactId"])?sort_by(["key", "groupId"]) as entry>
<#assign library = entry.getKey()>
${library.name} ${library.version}
    ${library.groupId}:${library.artifactId}
    ${entry.getValue()?sort?join(" or ")}
</#list>
