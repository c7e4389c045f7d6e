using Pannier.Core;

namespace Pannier.Modules.Invitations;

/// <summary>The answer is in the outbox, or beyond it.</summary>
public sealed record InvitationAnswered(LocalUrl Next, Said? Notice) : INext;
