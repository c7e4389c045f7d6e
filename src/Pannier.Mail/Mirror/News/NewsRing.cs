namespace Pannier.Mail.Mirror.News;

/// <summary>The last news of a person's mirror, so that a reader who was away for a moment misses none.</summary>
/// <remarks>Thread-safe: the mirror's writer adds while readers look.</remarks>
public sealed class NewsRing
{
    private const int Most = 1_024;
    private readonly Queue<MirrorNews> _ring = new();
    private readonly Lock _lock = new();
    private long _from; // everything after this version is in the ring

    /// <summary>Adds the news of the version just published.</summary>
    public void Add(MirrorNews news)
    {
        lock (_lock)
        {
            if (!news.IsEmpty) _ring.Enqueue(news);
            while (_ring.Count > Most) _from = _ring.Dequeue().Version;
        }
    }

    /// <summary>All news after a version, as one; null when the ring does not reach so far back: look at everything again.</summary>
    public MirrorNews? Since(long version)
    {
        lock (_lock)
        {
            if (version < _from) return null;
            return _ring.Where(news => news.Version > version).Aggregate(MirrorNews.None(version), (all, news) => all.Then(news));
        }
    }
}
