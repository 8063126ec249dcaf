"""Formulas of 数据 and of tables: read, brought into order, worked out exactly."""
