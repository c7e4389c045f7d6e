namespace Pannier.Mail.Cards;

/// <summary>Makes a card of a thing, by what schema.org calls its properties.</summary>
internal static class CardReader
{
    /// <summary>Null for a thing that no card is made of, or that says too little.</summary>
    public static Card? Of(Thing thing)
    {
        var facts = new CardFacts();
        var about = thing.At("reservationFor");
        Card? card = thing.Type switch
        {
            "FlightReservation" => Flight(thing, about, facts),
            "TrainReservation" => Journey(thing, about, "trainNumber", "Station", facts),
            "BusReservation" => Journey(thing, about, "busNumber", "BusStop", facts),
            "LodgingReservation" => Lodging(thing, about, facts),
            "EventReservation" => Event(about, facts.Booking(thing)),
            "FoodEstablishmentReservation" => Table(thing, about, facts),
            "RentalCarReservation" => Car(thing, about, facts),
            "Order" => Order(thing, facts),
            "ParcelDelivery" => Parcel(thing, facts),
            "Invoice" => Invoice(thing, facts),
            "Event" or "MusicEvent" or "BusinessEvent" or "SportsEvent" or "TheaterEvent" or "EducationEvent" or "Festival" => Event(thing, facts),
            _ => null,
        };
        return card is { Facts.Count: 0, Title: "" } ? null : card;
    }

    private static Card Flight(Thing thing, Thing flight, CardFacts facts)
    {
        var (number, code) = (flight.Text("flightNumber"), flight.At("airline").Text("iataCode"));
        var title = CardFacts.Join(" ", number.StartsWith(code, StringComparison.Ordinal) ? "" : code, number, flight.Text("airline"));
        facts.Add(CardField.Departure, Port(flight.At("departureAirport"))).AddTime(CardField.DepartsAt, flight.Text("departureTime"))
            .Add(CardField.Arrival, Port(flight.At("arrivalAirport"))).AddTime(CardField.ArrivesAt, flight.Text("arrivalTime"))
            .Add(CardField.Seat, CardFacts.First(thing.Text("airplaneSeat"), thing.At("reservedTicket").At("ticketedSeat").Text("seatNumber")))
            .Booking(thing);
        return new Card(CardKind.Flight, title, facts.All);
    }

    private static Card Journey(Thing thing, Thing trip, string number, string stop, CardFacts facts)
    {
        var title = CardFacts.Join(" ", CardFacts.First(trip.Text(number), trip.Text("trainName"), trip.Text("busName"), trip.Text("name")));
        facts.Add(CardField.Departure, trip.Text("departure" + stop)).AddTime(CardField.DepartsAt, trip.Text("departureTime"))
            .Add(CardField.Arrival, trip.Text("arrival" + stop)).AddTime(CardField.ArrivesAt, trip.Text("arrivalTime"))
            .Add(CardField.Seat, thing.At("reservedTicket").At("ticketedSeat").Text("seatNumber"))
            .Booking(thing);
        return new Card(CardKind.Journey, title, facts.All);
    }

    private static Card Lodging(Thing thing, Thing house, CardFacts facts)
    {
        facts.AddTime(CardField.Begins, CardFacts.First(thing.Text("checkinTime"), thing.Text("checkinDate"))).AddTime(CardField.Ends, CardFacts.First(thing.Text("checkoutTime"), thing.Text("checkoutDate")))
            .Add(CardField.Address, CardFacts.Address(house)).Add(CardField.Telephone, house.Text("telephone")).Booking(thing);
        return new Card(CardKind.Lodging, house.Text("name"), facts.All);
    }

    private static Card Event(Thing happening, CardFacts facts)
    {
        facts.AddTime(CardField.Begins, happening.Text("startDate")).AddTime(CardField.Ends, happening.Text("endDate"))
            .Add(CardField.Place, happening.Text("location")).Add(CardField.Address, CardFacts.Address(happening.At("location")));
        return new Card(CardKind.Event, happening.Text("name"), facts.All);
    }

    private static Card Table(Thing thing, Thing house, CardFacts facts)
    {
        facts.AddTime(CardField.Begins, thing.Text("startTime")).Add(CardField.People, thing.Text("partySize")).Add(CardField.Address, CardFacts.Address(house)).Booking(thing);
        return new Card(CardKind.Table, house.Text("name"), facts.All);
    }

    private static Card Car(Thing thing, Thing car, CardFacts facts)
    {
        facts.Add(CardField.Departure, thing.Text("pickupLocation")).AddTime(CardField.Begins, thing.Text("pickupTime"))
            .Add(CardField.Arrival, thing.Text("dropoffLocation")).AddTime(CardField.Ends, thing.Text("dropoffTime")).Booking(thing);
        return new Card(CardKind.RentalCar, CardFacts.First(car.Text("name"), car.Text("model")), facts.All);
    }

    private static Card Order(Thing thing, CardFacts facts)
    {
        var offers = thing.Things("acceptedOffer").Concat(thing.Things("orderedItem")).ToList();
        var items = offers.Select(offer => CardFacts.First(offer.Text("itemOffered"), offer.At("orderedItem").Text("name"), offer.Text("name"))).Where(name => name.Length > 0).Take(5);
        var seller = CardFacts.First(thing.Text("merchant"), thing.Text("seller"));
        facts.Add(CardField.Number, thing.Text("orderNumber")).Add(CardField.Items, CardFacts.Join(", ", [.. items])).Add(CardField.Price, CardFacts.Price(thing)).AddTime(CardField.Of, thing.Text("orderDate")).AddStatus(thing.Text("orderStatus"));
        return new Card(CardKind.Order, seller, facts.All);
    }

    private static Card Parcel(Thing thing, CardFacts facts)
    {
        var order = thing.At("partOfOrder");
        facts.Add(CardField.Tracking, thing.Text("trackingNumber")).Add(CardField.Carrier, CardFacts.First(thing.Text("carrier"), thing.Text("provider")))
            .AddTime(CardField.Expected, CardFacts.First(thing.Text("expectedArrivalUntil"), thing.Text("expectedArrivalFrom")))
            .Add(CardField.Number, order.Text("orderNumber")).Add(CardField.Seller, CardFacts.First(order.Text("merchant"), order.Text("seller"))).AddStatus(thing.Text("deliveryStatus"));
        return new Card(CardKind.Parcel, thing.Text("itemShipped"), facts.All);
    }

    private static Card Invoice(Thing thing, CardFacts facts)
    {
        facts.Add(CardField.Number, CardFacts.First(thing.Text("confirmationNumber"), thing.Text("accountId"))).Add(CardField.Price, CardFacts.First(CardFacts.Price(thing.At("totalPaymentDue")), CardFacts.Price(thing))).AddTime(CardField.Due, CardFacts.First(thing.Text("paymentDueDate"), thing.Text("paymentDue"))).AddStatus(thing.Text("paymentStatus"));
        return new Card(CardKind.Invoice, CardFacts.First(thing.Text("provider"), thing.Text("broker"), thing.Text("description")), facts.All);
    }

    private static string Port(Thing airport) => (airport.Text("name"), airport.Text("iataCode")) switch
    {
        ({ Length: 0 }, var code) => code,
        (var name, { Length: 0 }) => name,
        var (name, code) => $"{name} ({code})",
    };
}
