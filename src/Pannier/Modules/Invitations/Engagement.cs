using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Records;
using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>An invitation the person answered: what later ones are held against.</summary>
/// <param name="StartAt">Null where the moment is not known.</param>
[RecordKind("engagement", 1)]
public sealed record Engagement(string Summary, DateTimeOffset? StartAt, DateTimeOffset? EndAt, Participation Answer, DateTimeOffset AnsweredAt)
{
    /// <summary>What its record is found by: the event, and which one of a series.</summary>
    public static string IdOf(Invitation invitation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{invitation.Uid}\n{invitation.Occurrence?.Local:O}")))[..32];
}
