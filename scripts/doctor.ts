console.log('doctor')
