using System.ComponentModel.DataAnnotations;

namespace Pannier.Mail.Smtp;

/// <summary>How patiently submission servers are waited for (section <c>Smtp</c>).</summary>
public sealed record SmtpOptions
{
    /// <summary>What we call ourselves to servers (EHLO). An address literal that says nothing of this machine unless set.</summary>
    [RegularExpression(@"[A-Za-z0-9.\-\[\]:]{1,255}")]
    public string HelloName { get; init; } = "[127.0.0.1]";

    /// <summary>Time for the answer to one command. 5 seconds to 10 minutes; 2 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan ReplyLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Time for the answer to the whole message; when it passes nobody knows whether it was sent. 10 seconds to 30 minutes;
    /// 10 minutes unless set, as RFC 5321 §4.5.3.2.6 asks.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00")]
    public TimeSpan FinalReplyLimit { get; init; } = TimeSpan.FromMinutes(10);
}
