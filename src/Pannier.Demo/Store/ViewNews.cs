namespace Pannier.Demo.Store;

/// <summary>What to tell a session, in this order: numbers gone (highest first), whether EXISTS grew, whose flags changed.</summary>
internal sealed record ViewNews(IReadOnlyList<int> Gone, bool Exists, IReadOnlyList<DemoMessage> Flags);
