namespace Pannier.Modules.Compose;

/// <summary>A file of a message can't be opened any more; the message is not sent without it.</summary>
internal sealed class LostFileException(string name, Exception? inner = null) : IOException("a kept file cannot be opened", inner)
{
    /// <summary>The file's own name, safe to show.</summary>
    public string Name => name;
}
