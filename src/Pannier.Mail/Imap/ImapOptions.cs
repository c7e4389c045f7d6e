using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Imap;

/// <summary>How patiently and with how many connections mail servers are used (section <c>Imap</c>).</summary>
public sealed record ImapOptions
{
    /// <summary>Connections to one host with one login, over all users of this node, until the server says less. 1 to 16; 4 unless set.</summary>
    [Range(1, 16)]
    public int Connections { get; init; } = 4;

    /// <summary>Time for one act, such as a page of rows or a search. 5 seconds to 10 minutes; 2 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan ActLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time for filing one message, or for one megabyte of a copy. 1 to 60 minutes; 10 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan TransferLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Idle time after which a connection is closed. 10 seconds to 25 minutes; 4 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:25:00")]
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long an act waits for a free connection. 1 second to 5 minutes; 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two NOOPs where a server lacks IDLE. 1 second to 10 minutes; 1 minute unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMinutes(1);
}
