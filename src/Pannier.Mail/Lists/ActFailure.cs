namespace Pannier.Mail.Lists;

/// <summary>Why an action was not done to a message; nothing was changed, unless it says so.</summary>
public enum ActFailure
{
    /// <summary>No such account or mailbox of this person.</summary>
    Unknown,

    /// <summary>The message is not there any more, or the mailbox was made anew.</summary>
    Gone,

    /// <summary>The account has no mailbox of that role: ask which to use.</summary>
    NoSuchRole,

    /// <summary>The server refused or could not be reached.</summary>
    Server,

    /// <summary>Copied to the other account and verified, but the original could not be removed: it is in both places.</summary>
    CopiedNotRemoved,

    /// <summary>Sent to the other account, but whether it arrived whole could not be seen: the original stays, a copy may be there too.</summary>
    CopiedNotVerified,

    /// <summary>Marked for removal; the server cannot remove single messages while another client's marks stand.</summary>
    MarkedOnly,
}
