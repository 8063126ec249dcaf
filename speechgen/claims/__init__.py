"""Claims: what people type round a figure (接近70%, 明显下降, 仅), held against the value.

Pure text and numbers; nothing here knows a facts file or a document. Whoever has sentences with
figures in them makes `Sentence`s and asks `check`.
"""
