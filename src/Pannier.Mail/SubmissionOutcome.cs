namespace Pannier.Mail;

/// <summary>What became of a submission; only <see cref="NotSent"/> may be tried again without asking.</summary>
public enum SubmissionOutcome
{
    /// <summary>The server took responsibility (250 after DATA).</summary>
    Accepted,

    /// <summary>For certain nothing was sent, and a later try may work (a 4xx, no connection).</summary>
    NotSent,

    /// <summary>For certain nothing was sent, and the same again will not work (a 5xx).</summary>
    Rejected,

    /// <summary>All was handed over and the line broke before the answer: it may have been sent. Ask the person, or look for the copy.</summary>
    ReplyLost,
}
