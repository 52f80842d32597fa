
    def __init__(self, facts: Facts | str) -> None:
        if isinstance(facts, str):
            facts = Facts(status_code=0, body=b"", message=facts)
        super().__init__(facts.message or f"HTTP {facts.status_code}")
        self.facts = facts
        self.status_code = facts.status_code
        self.code = facts.code
        self.message = facts.message
        self.detail = facts.json
        self.details = facts.details
        self.suggestions = facts.suggestions or None
        self.links = facts.links or None
        self.field_errors = facts.field_errors
        self.request_id = facts.request_id
        self.retry_after = facts.retry_after
        if facts.status_code > 0:
            self.retry = retry_of(facts, _CLASS_RETRY.get(type(self)))
        self.body = facts.body

    def __reduce__(self) -> tuple[type["{{ response }}"], tuple[Facts]]:
        return (type(self), (self.facts,))

    @property
    def error_code(self) -> {{ wire }} | None:
        """The code as received."""
        return self.code

    @property
    def structured_details(self) -> list[dict[str, Any]] | None:
        """The details as a list of objects with `field` and `value`."""
        if isinstance(self.details, dict):
            details = cast(dict[str, Any], self.details)
            return [{"field": name, "value": value} for name, value in details.items()]
        if isinstance(self.details, list):
            return [item for item in self.details if isinstance(item, dict)]
        return None

    def errors(self) -> list[ErrorItem]:
        """Returns the errors of the response: this one, then others of its list."""
        return _listed(self.facts)

    def has_code(self, code: {{ wire }}) -> bool:
        """Returns whether the response has a code, also under another spelling."""
        return self.code is not None and canonical(self.code) == code
