"""Running a template: Jinja2 and the sandbox it runs in."""
