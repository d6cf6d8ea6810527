"""Reading Bundles: what they hold and where their references lead."""

import re

UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
# Names a resource of another message: the booking's link, the journey.
ELSEWHERE = re.compile("(Appointment|ServiceRequest|EpisodeOfCare)/" + UUID.pattern, re.IGNORECASE)


def entries(bundle):
    return bundle.get("entry", [])


def resources(bundle, resource_type):
    found = (entry["resource"] for entry in entries(bundle))
    return [resource for resource in found if resource["resourceType"] == resource_type]


def resolve(bundle, reference):
    for entry in entries(bundle):
        resource = entry["resource"]
        relative = "%s/%s" % (resource["resourceType"], resource.get("id"))
        if reference in (entry.get("fullUrl"), relative):
            return resource
    return None


def references(value):
    if isinstance(value, list):
        return [found for item in value for found in references(item)]
    if not isinstance(value, dict):
        return []
    here = [value["reference"]] if isinstance(value.get("reference"), str) else []
    return here + [found for item in value.values() for found in references(item)]


def dangling(bundle):
    return [
        reference
        for reference in references(bundle.get("entry", []))
        if not resolve(bundle, reference) and not ELSEWHERE.fullmatch(reference)
    ]
