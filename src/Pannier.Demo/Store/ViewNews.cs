using Pannier.Demo.Imap;

namespace Pannier.Demo.Store;

/// <summary>What to tell a session, in this order: what is gone by its numbers (highest first), whether EXISTS grew, whose flags changed.</summary>
internal sealed record ViewNews(IReadOnlyList<Numbered> Gone, bool Exists, IReadOnlyList<DemoMessage> Flags);
