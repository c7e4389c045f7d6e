namespace Pannier.Mail.Calendar;

/// <summary>What a calendar message is for (RFC 5546 §1.4), as far as it makes a difference to a reader.</summary>
public enum InvitationMethod
{
    /// <summary>Asks for an answer, or tells of a change.</summary>
    Request,

    /// <summary>Calls it off.</summary>
    Cancel,

    /// <summary>Somebody's answer.</summary>
    Reply,

    /// <summary>Tells of it and asks nothing: PUBLISH, and whatever else there is.</summary>
    Publish,
}
