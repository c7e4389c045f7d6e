namespace Pannier.Core.Http;

/// <summary>A view box's address before it is filled, which happens once. The key is nowhere but in the URL.</summary>
public sealed class ViewTicket(string id, string key, string url)
{
    private int _taken;

    public string Id => id;

    public string Key => key;

    public string Url => url;

    /// <summary>Whether this is the first to fill it.</summary>
    internal bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;
}
