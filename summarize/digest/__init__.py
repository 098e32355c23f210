"""Digests on a schedule: the stories of feeds, pages, folders and mailboxes, each as a brief."""
