"""The engine that asks a language model behind an OpenAI-compatible endpoint.

`engine` knows what to ask and what to do with an answer, `endpoint` how to ask for it.
"""
