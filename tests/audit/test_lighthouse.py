"""What is read of a report of Lighthouse."""

from __future__ import annotations

from typing import Any

from audit.lighthouse import CATEGORIES, read


def _said() -> dict[str, Any]:
    numbers = {"largest-contentful-paint": 1199.3, "total-blocking-time": 162.0, "cumulative-layout-shift": 0.003}
    audits: dict[str, Any] = {name: {"id": name, "numericValue": value, "score": 1, "title": name} for name, value in numbers.items()}
    audits["total-blocking-time"] |= {"score": 0.93, "displayValue": "160\xa0ms"}
    audits["cache-insight"] = {"id": "cache-insight", "score": 0.5, "title": "Cache"}
    audits["manual"] = {"id": "manual", "score": None, "title": "By hand"}
    asked = [{"url": "http://127.0.0.1/", "transferSize": 7000}, {"url": "http://127.0.0.1/a.css", "transferSize": 8000}]
    audits["network-requests"] = {"details": {"items": [*asked, {"url": "data:image/svg+xml,x", "transferSize": 0}]}}
    weights = {"total-blocking-time": 30, "cache-insight": 0, "manual": 1}
    references = [{"id": name, "weight": weight} for name, weight in weights.items()]
    categories = {key: {"score": 1, "auditRefs": []} for key in CATEGORIES} | {"performance": {"score": 0.98, "auditRefs": references}}
    return {"audits": audits, "categories": categories, "environment": {"benchmarkIndex": 1886.5}}


def test_scores_are_of_a_hundred() -> None:
    """With the figures of performance beside them; what is no request of the line is not counted."""
    found = read("/", _said())
    assert found.categories == {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
    assert (found.lcp, found.tbt, found.cls) == (1199.3, 162.0, 0.003)
    assert (found.size, found.requests) == (15_000, 2)


def test_what_costs_points_is_named() -> None:
    """An audit without weight, or one that only a person can do, costs none."""
    assert read("/", _said()).lost == ("performance, total-blocking-time : 160 ms",)
