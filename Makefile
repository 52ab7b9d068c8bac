# Les deux commandes : « make site » construit le site, « make test » le vérifie.
# Chacune installe ce qu'il lui faut la première fois, puis appelle Invoke.

INV := .venv/bin/inv

.PHONY: site test

site: .venv/.site
	@$(INV) build
	@echo "Pour le regarder : $(INV) serve"

test: .venv/.test
	@$(INV) test

.venv/.site: requirements.lock script/setup
	@script/setup site

.venv/.test: .venv/.site requirements-test.lock requirements-mailman.lock tests/package-lock.json script/setup
	@script/setup test
