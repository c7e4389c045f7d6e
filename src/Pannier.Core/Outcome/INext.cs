namespace Pannier.Core;

/// <summary>A model of something done: where the browser goes next, and what it is told there.</summary>
public interface INext
{
    LocalUrl Next { get; }

    /// <summary>Null when the next page says it by itself.</summary>
    Said? Notice { get; }

    /// <summary>What can be done about the notice; null for nothing.</summary>
    NoticeAct? Act => null;
}
