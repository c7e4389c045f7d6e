namespace Pannier.Core.Factors;

/// <summary>What a passkey is asked for; an answer to one question is no answer to another.</summary>
internal enum PasskeyUse
{
    /// <summary>To be added as a second factor.</summary>
    Add,

    /// <summary>To be added so that it signs in alone: the authenticator has to know its person, and to keep the credential.</summary>
    AddAlone,

    /// <summary>As the second factor, after a password.</summary>
    Factor,

    /// <summary>From somebody who is signed in, in place of the password given again (step-up): the authenticator has to know its person.</summary>
    Again,

    /// <summary>Alone: the authenticator has to know its person.</summary>
    SignIn,
}
