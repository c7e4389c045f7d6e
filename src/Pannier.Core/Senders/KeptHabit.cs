using Pannier.Core.Records;
using Pannier.Mail.Senders;

namespace Pannier.Core.Senders;

/// <summary>What was learnt of an account's server, sealed among the person's records under the account's id.</summary>
/// <param name="Habit">Null when its mail showed none.</param>
[RecordKind("server-habit", 1)]
public sealed record KeptHabit(ServerHabit? Habit, DateTimeOffset LearntAt)
{
    private static readonly TimeSpan Good = TimeSpan.FromDays(30);
    private static readonly TimeSpan Doubtful = TimeSpan.FromMinutes(10);

    /// <summary>Servers change; and where there was too little mail, more may have come.</summary>
    internal bool IsStale(DateTimeOffset now) => now - LearntAt > (Habit is null ? Doubtful : Good);
}
