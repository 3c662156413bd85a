"""Checks publiccode.yml against the schema whose file is given."""

import json
import sys
from pathlib import Path

import jsonschema
import yaml

schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
description = yaml.safe_load(Path("publiccode.yml").read_text(encoding="utf-8"))
jsonschema.validate(description, schema)
print("publiccode.yml klopt.")
