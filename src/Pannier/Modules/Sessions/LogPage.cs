using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>A page of the security log, newest first.</summary>
/// <param name="OlderUrl">Null when there is nothing older.</param>
public sealed record LogPage(IReadOnlyList<EventLine> Events, LocalUrl? OlderUrl) : ITitled
{
    public Said Title => Said.Of("sessions.log.title");
}
