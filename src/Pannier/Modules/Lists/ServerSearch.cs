using Pannier.Core;

namespace Pannier.Modules.Lists;

/// <summary>How far the servers are with a search.</summary>
/// <param name="Summary">In one line.</param>
/// <param name="WaitUrl">Asks for this page once more when there is something new; null when there will not be.</param>
/// <param name="StopUrl">Ends the asking; null when it is over.</param>
/// <param name="Accounts">Each account's own line.</param>
public sealed record ServerSearch(Said Summary, LocalUrl? WaitUrl, LocalUrl? StopUrl, IReadOnlyList<ServerSearchLine> Accounts);
