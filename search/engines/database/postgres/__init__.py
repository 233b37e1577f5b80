from search.engines.database.postgres.engine import PostgresEngine

__all__ = ["PostgresEngine"]
