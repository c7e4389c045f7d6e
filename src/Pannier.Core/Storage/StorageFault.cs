namespace Pannier.Core.Storage;

/// <summary>The storage did not do what was asked, and changed nothing.</summary>
public sealed class StorageFault(StorageTrouble trouble, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    public StorageTrouble Trouble { get; } = trouble;
}
