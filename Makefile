# BIN is the environment's bin folder: make check BIN=/some/venv/bin
BIN ?= .venv/bin

.PHONY: check lint test schemas golden cassettes

check: lint test        ## what CI runs

lint:
	PATH="$(BIN):$$PATH" .ci/lint

test:
	$(BIN)/python -m pytest

schemas:                ## after a change of summarize/model.py
	$(BIN)/python -m summarize.resources

golden:                 ## after a change of what is printed; fills the README's output
	$(BIN)/python -m tests.golden

cassettes:              ## after a change of a prompt or of the reply's schema; SMOLLM2=URL QWEN=URL for the small models
	SMOLLM2=$(SMOLLM2) QWEN=$(QWEN) $(BIN)/python -m pytest --record tests/test_reference_replies.py \
		$(if $(SMOLLM2)$(QWEN),tests/test_small_models.py)

.venv:
	python3 -m venv .venv
	.venv/bin/pip install -c constraints.txt -e '.[dev]'
