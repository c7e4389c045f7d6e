namespace Pannier.Core.Storage;

/// <summary>The database could not be written. Nothing was changed.</summary>
public sealed class StorageFault(string message, Exception inner) : Exception(message, inner);
