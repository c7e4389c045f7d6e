using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Sessions;

/// <summary>How long a session lasts. Section <c>Session</c>.</summary>
public sealed record SessionOptions
{
    /// <summary>Idle time before a session ends. 5 minutes to 24 hours; 30 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Time after which a session ends however busy. 1 hour to 7 days; 12 hours unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan AbsoluteLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a password given again counts as recent. 1 minute to 1 hour; 10 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan RecentFor { get; init; } = TimeSpan.FromMinutes(10);
}
