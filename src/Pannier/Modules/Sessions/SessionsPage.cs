using Pannier.Core;

namespace Pannier.Modules.Sessions;

/// <summary>The person's sessions and devices, last used first, and what happened last.</summary>
public sealed record SessionsPage(IReadOnlyList<SessionLine> Sessions, IReadOnlyList<DeviceLine> Devices, IReadOnlyList<GrantLine> Grants, bool OffersCounting, IReadOnlyList<EventLine> Latest) : ITitled
{
    public Said Title => Said.Of("sessions.title");

    public bool AreOthers => Sessions.Any(session => !session.IsThis);
}
