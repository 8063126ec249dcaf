"""`python -m speechgen`."""

from speechgen.cli.commands import main

if __name__ == "__main__":
    main()
